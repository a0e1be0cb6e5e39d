// What the address asks for is known before the first paint: the theme, what a host asks of an embed,
// and which parts will look otherwise once the application is there.
{
  const root = document.documentElement;
  root.dataset.app = "loading";
  if (location.search) {
    const query = new URLSearchParams(location.search);
    const theme = query.get("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    for (const name of ["transparent", "title", "credit", "accent"]) {
      if (query.has(name)) root.dataset[name] = query.get(name) ?? "";
    }
    root.dataset.pending = [...query.keys()].map((key) => key.split(".")[0]).join(" ");
    // Whatever happens, nothing waits for ever.
    setTimeout(() => delete root.dataset.pending, 5000);
  }
}
