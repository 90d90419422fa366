// What the page knows and what is chosen. All text reaches the page through textContent.

const data = JSON.parse(document.getElementById("data").textContent);
const factOf = new Map();
for (const fact of data.facts) for (const claim of fact.claims) factOf.set(claim.key, { fact, claim });
const factsAbout = new Map();
for (const fact of data.facts)
  for (const end of new Set([fact.subject, fact.object].filter(Boolean)))
    factsAbout.set(end, [...(factsAbout.get(end) || []), fact]);

const PLANNED = ["Planned", "Intended", "Possible"];
const groups = [...new Set(data.nodes.map((node) => node.group))];
const state = {
  off: new Set(["more", "topic"]), modality: new Set(["Actual", ...PLANNED, "Denied"]), implied: true, speaker: "", source: "", confidence: 0,
  query: "", tab: "article", chosen: { kind: "", key: "" }, focus: 0, communities: false, byKeyboard: false,
};

const find = (selector, within = document) => within.querySelector(selector);
const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];

/** An element with properties and children; strings become text nodes. */
function element(tag, { dataset = {}, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  Object.assign(made.dataset, dataset);
  made.append(...children.filter((child) => child !== ""));
  return made;
}

const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const say = (words) => { find("#live").textContent = words; };

/** Whether a claim passes the filters. */
function passes(claim) {
  return state.modality.has(claim.modality) && (state.implied || claim.derivation !== "Implied") && claim.confidence * 100 >= state.confidence
    && (!state.speaker || claim.speaker === state.speaker) && (state.source === "" || String(articleOf(claim)) === state.source);
}
const articleOf = (claim) => (claim.spans.length ? claim.spans[0][0] : 0);
const filtered = () => state.modality.size < 5 || !state.implied || state.speaker !== "" || state.source !== "" || state.confidence > 0;

const KEPT = { q: "query", by: "speaker", article: "source", tab: "tab" };

/** The address that opens the page as it is now. */
function address() {
  const parts = [];
  if (state.chosen.kind) parts.push(state.chosen.kind === "fact" ? state.chosen.key : `${state.chosen.kind}=${state.chosen.key}`);
  for (const [short, key] of Object.entries(KEPT))
    if (state[key] && !(key === "tab" && state.tab === "article")) parts.push(`${short}=${encodeURIComponent(state[key])}`);
  const off = [...state.off].sort().join(",");
  if (off !== "more,topic") parts.push(`off=${off}`);
  if (state.modality.size < 5) parts.push(`status=${[...state.modality].join(",")}`);
  if (!state.implied) parts.push("implied=0");
  if (state.confidence) parts.push(`confidence=${state.confidence}`);
  return `#${parts.join("&")}`;
}

function keepAddress() {
  // a sandboxed or embedded page may not change its address
  try { history.replaceState(null, "", address() === "#" ? location.pathname + location.search : address()); } catch { /* only the address is lost */ }
}

/** The state that an address asks for; what it names and the page lacks is passed over. */
function readAddress() {
  for (const part of location.hash.slice(1).split("&")) {
    const [key, raw = ""] = part.split("=");
    let value = raw;
    try { value = decodeURIComponent(raw); } catch { /* a broken escape stays as it is */ }
    if (factOf.has(part)) state.chosen = { kind: "fact", key: part };
    else if (key === "thing" && Object.hasOwn(data.things, value)) state.chosen = { kind: "thing", key: value };
    else if (key === "speech" && Object.hasOwn(data.speeches, value)) state.chosen = { kind: "speech", key: value };
    else if (key === "off") state.off = new Set(value.split(",").filter(Boolean));
    else if (key === "status") state.modality = new Set(value.split(",").filter(Boolean));
    else if (key === "implied") state.implied = value !== "0";
    else if (key === "confidence") state.confidence = Math.min(100, Math.max(0, Number(value) || 0));
    else if (Object.hasOwn(KEPT, key)) state[KEPT[key]] = value;
    else if (findAll(".part").some((section) => section.id === part)) state.tab = part;
  }
}
