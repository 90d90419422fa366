// Finding: search, chips and filters.

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const haystack = new Map(Object.entries(data.things).map(([key, thing]) => [key, fold([thing.label, ...thing.aliases, thing.type].join("\n"))]));
const rows = findAll("tr[data-row]");
const rowText = rows.map((row) => fold(row.textContent));
let cycle = -1;

/** Fades what the search does not find, and hides the facts it does not find. */
function search() {
  const query = fold(state.query.trim());
  cycle = -1;
  const found = rows.map((row, at) => !query || rowText[at].includes(query));
  rows.forEach((row, at) => row.classList.toggle("out", !found[at] || !data.facts[at].claims.some(passes)));
  for (const quote of findAll("#quotes figure")) quote.classList.toggle("out", Boolean(query) && !fold(quote.textContent).includes(query));
  if (!query) { matches = null; find("#found").textContent = ""; } else {
    const named = [...haystack].filter(([, text]) => text.includes(query)).map(([key]) => key);
    const inFacts = data.facts.filter((fact, at) => found[at]).flatMap((fact) => [fact.subject, fact.object]);
    matches = new Set([...named, ...inFacts].filter((key) => nodeOf.has(key)));
    find("#found").textContent = plural(found.filter(Boolean).length, "fact");
  }
  find(".menu").classList.toggle("on", filtered());
  paint();
  keepAddress();
}

/** The next thing that the search finds. */
function nextFound() {
  const query = fold(state.query.trim());
  const order = [...haystack].filter(([key, text]) => text.includes(query) && nodeOf.has(key)).map(([key]) => key);
  const all = order.length ? order : [...(matches || [])];
  if (!all.length) return;
  cycle = (cycle + 1) % all.length;
  choose("thing", all[cycle]);
  find("#found").textContent = `${cycle + 1} of ${all.length}`;
  if (!drawn().shown.has(all[cycle])) return;
  network.focus(all[cycle], { scale: Math.max(network.getScale(), 1), animation: animation() });
}

function startFind() {
  const counts = new Map();
  for (const node of data.nodes) counts.set(node.group, (counts.get(node.group) || 0) + 1);
  for (const heading of findAll("#names h3")) {
    const group = heading.className;
    if (!counts.has(group)) continue;
    const [sign, ...rest] = heading.textContent.trim().split(" ");
    const chip = button("", () => toggle(group, chip), { className: `chip ${group}` });
    chip.append(element("span", { className: "sign", ariaHidden: "true" }, sign), ` ${rest.join(" ")} `, element("small", {}, String(counts.get(group))));
    chip.setAttribute("aria-pressed", String(!state.off.has(group)));
    find("#chips").append(chip);
  }
  const more = data.nodes.filter((node) => !node.core && node.group !== "topic").length;
  if (more) {
    const why = "What nothing links to and the text names once, and what had no room";
    const chip = button(`+ ${more} more`, () => toggle("more", chip), { className: "chip", title: why });
    chip.setAttribute("aria-pressed", String(!state.off.has("more")));
    find("#chips").append(chip);
  }
  const speakers = [...new Set(data.facts.flatMap((fact) => fact.claims.map((claim) => claim.speaker)))].sort();
  find("#speaker").append(...speakers.map((name) => element("option", { value: name }, name)));
  find("#search").oninput = (event) => { state.query = event.target.value; search(); };
  find("#search").onkeydown = (event) => { if (event.key === "Enter") nextFound(); };
  for (const box of findAll("[name=modality]")) box.onchange = () => { state.modality[box.checked ? "add" : "delete"](box.value); search(); };
  find("#implied").onchange = (event) => { state.implied = event.target.checked; search(); };
  find("#speaker").onchange = (event) => { state.speaker = event.target.value; search(); };
  if (find("#source")) find("#source").onchange = (event) => { state.source = event.target.value; search(); };
  find("#confidence").oninput = (event) => { state.confidence = Number(event.target.value); showFilters(); search(); };
  find("#clear").onclick = () => {
    Object.assign(state, { modality: new Set(["Actual", ...PLANNED, "Denied"]), implied: true, speaker: "", source: "", confidence: 0, query: "" });
    showFilters();
    search();
  };
  showFilters();
}

function toggle(group, chip) {
  state.off[state.off.has(group) ? "delete" : "add"](group);
  chip.setAttribute("aria-pressed", String(!state.off.has(group)));
  arrange();
  paint();
  if (group === "topic" || group === "more") fit();
  keepAddress();
}

/** Sets the controls from the state. */
function showFilters() {
  find("#search").value = state.query;
  for (const box of findAll("[name=modality]")) box.checked = state.modality.has(box.value);
  find("#implied").checked = state.implied;
  find("#speaker").value = state.speaker;
  if (find("#source")) find("#source").value = state.source;
  find("#confidence").value = state.confidence;
  find("#atleast").textContent = `${state.confidence} %`;
}
