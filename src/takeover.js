// Puts the application's page in the place of the static one, part by part, and keeps what the reader
// was doing.

// What already is the application's, with its rank in the page: parts come as they are needed, not in the order
// of the page.
const ours = new Map();

// What does not fit together, as the build found it: a line each, and tabs between its parts. The
// method has all of it, a block alone its own.
const found = (page) => {
  const all = (within) => [...page.querySelectorAll(`${within} [data-about]`)];
  const found = all('#checks').length ? all('#checks') : all('');
  const plain = (text) => text.replace(/[\t\n]/g, ' ');
  return found.map((element) => [element.dataset.about, element.dataset.computed, element.textContent].map(plain).join('\t')).join('\n');
};

const meta = (name) => document.querySelector(`meta[name=jamsostek-${name}]`)?.content;

/**
 * What does not fit together in the dataset of this text. Where it is another than the page was built
 * from, `data-newer` is the beginning of its hash, and it is looked for now (src/explain.rs).
 */
export const checks = async (page, text) => {
  const root = document.documentElement;
  try {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
    const hash = [...digest.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (!(meta('edition') ?? hash).endsWith(hash)) {
      root.dataset.newer = hash;
      const explain = await import(new URL(`${meta('root')}explain.js`, document.baseURI));
      await explain.default();
      return explain.checks(text, root.lang);
    }
  } catch (error) {
    // Without hashes (no secure context), or the module: what the build found.
    console.info(error);
  }
  return found(page);
};

// Charts are there in every width on the static page and in one in the application's, and fields and
// their choices in the application's only, so places are counted without what is inside of them.
const counted = (root) => [root, ...root.querySelectorAll('*')].filter((element) => !element.closest('.canvas > *, option'));

const texts = (root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const all = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text.data && !text.parentElement.closest('.canvas, select, .stand-in, script, style')) all.push(text);
  }
  return all;
};

// A place in the text as the number of letters before it; null where it is not in the page's text.
const offset = (root, node, within) => {
  const point = document.createRange();
  point.setStart(node, within);
  let letters = 0;
  for (const text of texts(root)) {
    if (text === node) return letters + within;
    // A place between elements, as of a paragraph that is selected as a whole.
    if (node.localName && point.comparePoint(text, 0) >= 0) return letters;
    letters += text.data.length;
  }
  return node.localName ? letters : null;
};

const place = (root, letters) => {
  for (const text of texts(root)) {
    if (letters <= text.data.length) return [text, letters];
    letters -= text.data.length;
  }
  return null;
};

// What is laid out only when it comes near (public/styles/layout.css).
const LATER = '#awards > .block:not(#winners), #winners > :is(.categories, figure), #method > .text';

// Until it comes near it is as high as it was.
const keepHeights = (old, fresh) => {
  const pieces = fresh.querySelectorAll(LATER);
  for (const [index, piece] of [...old.querySelectorAll(LATER)].entries()) {
    const style = getComputedStyle(piece);
    if (style.contentVisibility !== 'auto' || !pieces[index]) continue;
    const around = ['paddingTop', 'paddingBottom', 'borderTopWidth', 'borderBottomWidth'];
    const inner = around.reduce((height, name) => height - parseFloat(style[name]), piece.getBoundingClientRect().height);
    // Lengths in a style are rounded; places are whole sixty-fourths of a pixel.
    pieces[index].style.containIntrinsicBlockSize = `auto ${Math.ceil(inner * 64) / 64}px`;
  }
};

// A table that the reader has sorted already (src/table/sort.js) is sorted by the application, too.
const keepSort = (old, fresh) => {
  const heading = old.querySelector('[data-turn]');
  const fellow = fresh.querySelectorAll('[aria-sort]')[heading?.cellIndex];
  if (!fellow) return;
  const turns = heading.firstElementChild.dataset.orders.split(' ');
  const now = turns.findIndex((turn) => turn.startsWith(fellow.getAttribute('aria-sort')));
  for (let clicks = (heading.dataset.turn - now + 3) % 3; clicks; clicks -= 1) fellow.querySelector('button').click();
};

const replace = (old, fresh) => {
  keepHeights(old, fresh);
  const active = document.activeElement;
  let focused = null;
  if (old.contains(active)) {
    focused = counted(fresh)[counted(old).indexOf(active)];
    if (focused?.tagName !== active.tagName) focused = null;
  }
  const [details, freshDetails] = [old, fresh].map((root) => [...root.querySelectorAll('details')]);
  // Reading how far a box is scrolled lays it out: only where it can have been scrolled.
  const lefts = details.map((element) => (element.open && element.querySelector('.scroll')?.scrollLeft) || 0);
  old.replaceWith(fresh);
  details.forEach((element, index) => {
    if (element.open && freshDetails[index]) freshDetails[index].open = true;
  });
  lefts.forEach((left, index) => {
    if (left && freshDetails[index]) freshDetails[index].querySelector('.scroll').scrollLeft = left;
  });
  keepSort(old, fresh);
  if (focused) focused.focus({ preventScroll: true });
};

// The static counterpart of a part: the first of its kind that is still there.
const counterpart = (within, fresh) =>
  [...within.children].find(
    (old) => !ours.has(old) && old.localName === fresh.localName && old.id === fresh.id && old.className === fresh.className,
  );

const adopt = (within, built, rank) => {
  // What has no counterpart (the page has more than the file had) stands beside what it was built with.
  const waiting = [];
  let last;
  for (const fresh of [...built.childNodes]) {
    const old = fresh.localName && counterpart(within, fresh);
    if (old?.localName === 'main') {
      ours.set(old, rank);
      adopt(old, fresh, rank);
      continue;
    }
    ours.set(fresh, rank);
    if (old) {
      replace(old, fresh);
      fresh.before(...waiting.splice(0));
    } else if (last) {
      last.after(fresh);
    } else {
      waiting.push(fresh);
      continue;
    }
    last = fresh;
  }
  const before = [...within.childNodes].findLast((node) => ours.get(node) <= rank);
  if (before) before.after(...waiting);
  else within.prepend(...waiting);
};

// Selected text stays selected, whatever is done with the elements that it stands in.
const keepSelection = (root, work) => {
  const selection = document.getSelection();
  const ends = [];
  if (selection && !selection.isCollapsed && root.contains(selection.anchorNode)) {
    ends.push(offset(root, selection.anchorNode, selection.anchorOffset));
    ends.push(offset(root, selection.focusNode, selection.focusOffset));
  }
  work();
  if (ends.length && ends.every((end) => end !== null)) {
    const [anchor, focus] = ends.map((end) => place(root, end));
    if (anchor && focus) selection.setBaseAndExtent(...anchor, ...focus);
  }
};

/**
 * Puts the parts that `built` holds in the place of their static counterparts in `root` if `rank` is
 * 0, else in its `<main>`: focus, selection, opened details and scrolled boxes are kept. Returns false
 * and does nothing while a finger or a button is down on the page: its click must find the element
 * that it began on.
 */
export const takeOver = (root, built, rank) => {
  if (root.querySelector(':active')) return false;
  keepSelection(root, () => adopt((rank && root.querySelector('main')) || root, built, rank));
  return true;
};

// Leaves what is the application's, in its order.
const settle = (root) => {
  for (const parent of [root, root.querySelector('main')]) {
    let last = 0;
    for (const node of [...(parent?.childNodes ?? [])]) {
      // Styles of what is further down stand in the page.
      if (node.localName === 'style') continue;
      if (!ours.has(node)) node.remove();
      else if (ours.get(node) >= last) last = ours.get(node);
      else {
        const after = [...parent.childNodes].find((other) => ours.get(other) > ours.get(node));
        parent.insertBefore(node, after);
      }
    }
  }
};

/**
 * Takes away what the static page had and the application has not, puts what it did not have where
 * it belongs, and says that the application is there.
 */
export const takenOver = (root) => {
  keepSelection(root, () => settle(root));
  const page = document.documentElement;
  delete page.dataset.pending;
  page.dataset.app = 'ready';
  // Once the reader has begun to read there is time: piece by piece, what is far below is laid out, too, so that links into it and
  // pictures of the whole page find it as it is.
  const idle = self.requestIdleCallback ?? setTimeout;
  const layOut = ([piece, ...left]) => {
    if (!piece) return;
    piece.style.contentVisibility = 'visible';
    idle(() => layOut(left));
  };
  setTimeout(() => layOut(root.querySelectorAll(LATER)), 2000);
};
