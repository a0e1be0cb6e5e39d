// Sorts the static table until the application is there. Each heading holds the order of the source,
// that after one click and that after two, as the build found them: `none:0,1,2 ascending:1,0,2 …`.
// What was asked is handed on by src/takeover.js.
{
  let rows;
  // The page is there, but nothing has waited for the module yet.
  document.addEventListener("readystatechange", () => {
    for (const button of document.querySelectorAll("[data-orders]")) button.disabled = false;
  });
  addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-orders]");
    if (!button) return;
    const heading = button.parentNode;
    const body = heading.closest("table").tBodies[0];
    rows ??= [...body.rows];
    const turn = ((heading.dataset.turn | 0) + 1) % 3;
    const [direction, order] = button.dataset.orders.split(" ")[turn].split(":");
    for (const other of heading.parentNode.cells) {
      delete other.dataset.turn;
      other.setAttribute("aria-sort", "none");
    }
    heading.dataset.turn = turn;
    heading.setAttribute("aria-sort", direction);
    body.append(...order.split(",").map((row) => rows[row]));
  });
}
