document.documentElement.classList.add("live");
for (const part of ["#graph", "#tools", "#aids"]) find(part).hidden = false;
readAddress();
startTheme();
startTabs();
// before the picture: what is hidden need not be laid out to measure its place
openTab(find(`#${CSS.escape(state.tab)}.part`) ? state.tab : "article");
startPicture();
startFind();
startClicks();
startKeys();
startSave();
arrange();
if (state.chosen.kind) choose(state.chosen.kind, state.chosen.key);
search();
fit();
addEventListener("hashchange", () => { readAddress(); showFilters(); choose(state.chosen.kind, state.chosen.key); search(); });
document.documentElement.dataset.ready = "yes";
