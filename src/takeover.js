// Puts the application's page in the place of the static one, and keeps what the reader was doing.

// Charts are there in every width on the static page and in one in the application's, so places are
// counted without what is inside a chart.
const counted = (root) => [...root.querySelectorAll('*')].filter((element) => !element.closest('.canvas > *'));

const texts = (root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const all = [];
  while (walker.nextNode()) {
    if (walker.currentNode.data && !walker.currentNode.parentElement.closest('.canvas')) all.push(walker.currentNode);
  }
  return all;
};

// A place in the text as the number of letters before it; null where it is not in the page's text.
const offset = (root, node, within) => {
  let letters = 0;
  for (const text of texts(root)) {
    if (text === node) return letters + within;
    letters += text.data.length;
  }
  return null;
};

const place = (root, letters) => {
  for (const text of texts(root)) {
    if (letters <= text.data.length) return [text, letters];
    letters -= text.data.length;
  }
  return null;
};

/**
 * Replaces `old` by `fresh`: focus, selection, opened details and scrolled boxes are kept. Returns
 * false and does nothing while a finger or a button is down on the page: its click must find the
 * element that it began on.
 */
export const takeOver = (old, fresh) => {
  if (old.querySelector(':active')) return false;
  const all = (selector) => [old, fresh].map((root) => [...root.querySelectorAll(selector)]);
  // What is out of sight is laid out when it comes into sight; until then it is as high as it was.
  const [before, after] = all('main > section');
  before.forEach((section, index) => {
    const style = getComputedStyle(section);
    const around = ['paddingTop', 'paddingBottom', 'borderTopWidth', 'borderBottomWidth'];
    const inner = around.reduce((height, name) => height - parseFloat(style[name]), section.getBoundingClientRect().height);
    if (after[index]) after[index].style.containIntrinsicBlockSize = `auto ${inner}px`;
  });
  let focused = null;
  if (old.contains(document.activeElement)) {
    focused = counted(fresh)[counted(old).indexOf(document.activeElement)];
    if (focused?.tagName !== document.activeElement.tagName) focused = null;
  }
  const selection = document.getSelection();
  let ends = [null, null];
  if (selection && !selection.isCollapsed) {
    ends = [
      offset(old, selection.anchorNode, selection.anchorOffset),
      offset(old, selection.focusNode, selection.focusOffset),
    ];
  }
  const [details, freshDetails] = all('details');
  // Reading how far a box is scrolled lays it out: only where it can have been scrolled.
  const lefts = details.map((element) => (element.open && element.querySelector('.scroll')?.scrollLeft) || 0);
  old.replaceWith(fresh);
  details.forEach((element, index) => {
    if (element.open && freshDetails[index]) freshDetails[index].open = true;
  });
  lefts.forEach((left, index) => {
    if (left && freshDetails[index]) freshDetails[index].querySelector('.scroll').scrollLeft = left;
  });
  if (focused) focused.focus({ preventScroll: true });
  if (ends.every((end) => end !== null)) {
    const [anchor, focus] = ends.map((end) => place(fresh, end));
    if (anchor && focus) selection.setBaseAndExtent(...anchor, ...focus);
  }
  const root = document.documentElement;
  delete root.dataset.pending;
  root.dataset.app = "ready";
  return true;
};
