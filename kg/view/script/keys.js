// Keyboard, tabs and clicks on names and words.

function openTab(name) {
  state.tab = name;
  for (const tab of findAll("#tabs a")) {
    const mine = tab.hash === `#${name}`;
    tab.setAttribute("aria-selected", String(mine));
    tab.tabIndex = mine ? 0 : -1;
    find(tab.hash).hidden = !mine;
  }
  keepAddress();
}

function startTabs() {
  const tabs = findAll("#tabs a");
  find("#tabs").setAttribute("role", "tablist");
  for (const tab of tabs) {
    tab.setAttribute("role", "tab");
    tab.id = `tab-${tab.hash.slice(1)}`;
    tab.setAttribute("aria-controls", tab.hash.slice(1));
    const part = find(tab.hash);
    part.setAttribute("role", "tabpanel");
    part.tabIndex = 0;
    tab.onclick = (event) => { event.preventDefault(); openTab(tab.hash.slice(1)); };
  }
  find("#tabs").onkeydown = (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const next = tabs[(tabs.indexOf(document.activeElement) + by + tabs.length) % tabs.length];
    openTab(next.hash.slice(1));
    next.focus();
  };
  find(".skip").onclick = (event) => { event.preventDefault(); openTab("facts"); find("#facts").focus(); };
}

/** One listener for every name, mention, fact and quote of the panel. */
function startClicks() {
  find("#panel").addEventListener("click", (event) => {
    const target = event.target.closest("[data-thing], [data-fact], [data-speech]");
    const row = event.target.closest("tr[data-row]");
    const article = event.target.closest("[data-article-link]");
    if (article) {
      event.preventDefault();
      openTab("article");
      find(article.getAttribute("href")).scrollIntoView();
      return;
    }
    if (!target && !row) return;
    if (target?.matches("a")) event.preventDefault();
    state.byKeyboard = event.detail === 0;
    if (!target) choose("fact", data.facts[Number(row.dataset.row)].key);
    else if (target.dataset.thing) choose("thing", target.dataset.thing);
    else if (target.dataset.fact) choose("fact", target.dataset.fact);
    else choose("speech", target.dataset.speech);
    if (state.byKeyboard && state.chosen.kind === "thing") find("#card").focus();
  });
  find("#panel").addEventListener("keydown", () => { state.byKeyboard = true; }, true);
}

function startKeys() {
  find("#canvas").addEventListener("keydown", (event) => {
    if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      state.byKeyboard = true;
      const next = toward(centreOfFocus(), event.key);
      if (next) { choose("thing", next); network.moveTo({ position: network.getPosition(next), animation: animation() }); }
    } else if (event.key === "Enter" && state.chosen.kind) find("#card").focus();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input[type=search], input[readonly], select, textarea");
    if (event.key === "Escape") escape(typing);
    if (typing || event.ctrlKey || event.metaKey || event.altKey || find("#keys").open) return;
    const tab = findAll("#tabs a")[Number(event.key) - 1];
    if (event.key === "/") { event.preventDefault(); find("#search").focus(); }
    else if (event.key === "?") find("#keys").showModal();
    else if (event.key.toLowerCase() === "f") setFocus(state.focus ? 0 : Number(find("#depth").value));
    else if (tab) { openTab(tab.hash.slice(1)); tab.focus(); }
  });
  find("#help").onclick = () => find("#keys").showModal();
  find("#shut").onclick = () => find("#keys").close();
  document.addEventListener("click", (event) => { for (const menu of findAll(".menu[open]")) if (!menu.contains(event.target)) menu.open = false; });
}

function escape(typing) {
  const open = find(".menu[open]");
  if (open) { open.open = false; find("summary", open).focus(); }
  else if (typing && state.query) { state.query = ""; showFilters(); search(); }
  else if (state.chosen.kind) { choose("", ""); find("#canvas").focus(); }
}

/** Light, dark, or as the system has it. */
function startTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let kept = "";
  // storage is shut in a sandbox and in some browsers on file://
  try { kept = localStorage.getItem("newsgraph-theme") || ""; } catch { /* the system's choice stands */ }
  if (kept === "dark" || kept === "light") document.documentElement.dataset.theme = kept;
  find("#theme").onclick = () => {
    const now = document.documentElement.dataset.theme || (dark.matches ? "dark" : "light");
    document.documentElement.dataset.theme = now === "dark" ? "light" : "dark";
    try { localStorage.setItem("newsgraph-theme", document.documentElement.dataset.theme); } catch { /* lasts for this visit */ }
    paint();
  };
  dark.onchange = paint;
}
