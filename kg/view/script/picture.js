// The graph, drawn by vis-network where Python has put the nodes.

const PALETTE = ["person", "organisation", "place", "work", "event", "programme", "thing", "position"];
const nodeOf = new Map(data.nodes.map((node) => [node.id, node]));
const nodes = new vis.DataSet(data.nodes.map(({ id, label, shape, size, x, y }) => ({ id, label, shape, size, x, y })));
const edges = new vis.DataSet(data.edges.map(({ id, from, to, smooth }) => ({ id, from, to, smooth, arrows: "to" })));
const edgeOf = new Map(data.edges.map((edge) => [edge.id, edge]));
const neighbours = new Map(data.nodes.map((node) => [node.id, new Set()]));
for (const { from, to } of data.edges) { neighbours.get(from).add(to); neighbours.get(to).add(from); }

let network = null;
let matches = null; // keys of the things that the search finds, null without a search
const labels = new Map(); // what stands on each edge when nothing hovers over it
let wide = false; // whether the topics' layout is in use

/** Things within some steps of one. */
function around(key, steps) {
  const reached = new Set([key]);
  for (let step = 0; step < steps; step += 1)
    for (const near of [...reached]) for (const next of neighbours.get(near) || []) if (visible(nodeOf.get(next))) reached.add(next);
  return reached;
}

const edgeShown = (edge) => factOf.get(edge.id).fact.claims.some(passes);
/** Whether a node's chip is on; what is not among the first waits for the chip of its own, or for the topics it is linked to. */
const visible = (node) => !state.off.has(node.group) && (node.core || node.group === "topic" || !state.off.has("more") || (!state.off.has("topic") && nearTopic(node)));
const nearTopic = (node) => [...neighbours.get(node.id)].some((key) => nodeOf.get(key).group === "topic");

/** What is drawn now: shown nodes and edges. */
function drawn() {
  const shownEdges = new Set(data.edges.filter(edgeShown).map((edge) => edge.id));
  const linked = new Set(data.edges.filter((edge) => shownEdges.has(edge.id)).flatMap((edge) => [edge.from, edge.to]));
  let shown = data.nodes.filter((node) => visible(node) && (!filtered() || linked.has(node.id))).map((node) => node.id);
  const centre = centreOfFocus();
  if (state.focus && centre) { const near = around(centre, state.focus); shown = shown.filter((key) => near.has(key)); }
  return { shown: new Set(shown), shownEdges };
}

function centreOfFocus() {
  const { kind, key } = state.chosen;
  const centre = kind === "fact" ? factOf.get(key).fact.subject : kind === "speech" ? data.speeches[key].speaker : key;
  return nodeOf.has(centre) ? centre : "";
}

/** Things that the selection lights up, null if all are alike. */
function lit() {
  if (matches) return matches;
  const { kind, key } = state.chosen;
  if (kind === "thing" && nodeOf.has(key)) return new Set([key, ...neighbours.get(key)]);
  if (kind === "fact" && edgeOf.has(factOf.get(key).fact.key)) { const { fact } = factOf.get(key); return new Set([fact.subject, fact.object]); }
  return null;
}

const LINES = { solid: false, dashed: [9, 6], dotted: [2, 4], denied: [9, 4, 2, 4] };

/** Sets every node's and edge's look from the state. */
function paint() {
  if (!network) return;
  const { shown, shownEdges } = drawn();
  const bright = lit();
  const ink = colour("ink"), ground = colour("ground"), line = colour("edge"), accent = colour("accent"), denied = colour("denied");
  const colours = Object.fromEntries([...new Set([...groups, ...PALETTE])].map((name) => [name, colour(name)]));
  const labelled = network.getScale() > 1.35;
  nodes.update(data.nodes.map((node) => {
    const faded = bright && !bright.has(node.id);
    const chosen = state.chosen.kind === "thing" && state.chosen.key === node.id;
    const fill = state.communities ? colours[PALETTE[node.community % PALETTE.length]] : colours[node.group];
    return {
      id: node.id, hidden: !shown.has(node.id), opacity: faded ? 0.25 : 1, borderWidth: chosen ? 4 : 1,
      color: { background: fill, border: chosen ? ink : fill, highlight: { background: fill, border: ink }, hover: { background: fill, border: ink } },
      font: { color: faded ? `${ink}55` : ink, size: 14, strokeWidth: 4, strokeColor: ground, face: "system-ui, sans-serif", vadjust: -3 },
    };
  }));
  edges.update(data.edges.map((edge) => {
    const { fact } = factOf.get(edge.id);
    const chosen = state.chosen.kind === "fact" && factOf.get(state.chosen.key).fact === fact;
    const touching = state.chosen.kind === "thing" && (edge.from === state.chosen.key || edge.to === state.chosen.key);
    const faded = bright && !(bright.has(edge.from) && bright.has(edge.to) && (matches || chosen || touching));
    const look = chosen ? accent : edge.line === "denied" ? denied : line;
    labels.set(edge.id, chosen || touching || labelled ? edge.name : undefined);
    return {
      id: edge.id, hidden: !shownEdges.has(edge.id) || !shown.has(edge.from) || !shown.has(edge.to), dashes: LINES[edge.line],
      label: labels.get(edge.id), width: chosen ? 3.5 : 1.4, hoverWidth: 1,
      color: { color: look, highlight: accent, hover: accent, opacity: faded ? 0.15 : 1 },
      font: { color: ink, size: 12, strokeWidth: 4, strokeColor: ground, face: "system-ui, sans-serif" },
      arrows: { to: { enabled: true, scaleFactor: 0.55 } },
    };
  }));
}

/** Moves all nodes to the layout of the first or of all. */
function arrange() {
  const wanted = !state.off.has("topic") || !state.off.has("more");
  if (!network || wanted === wide) return;
  wide = wanted;
  nodes.update(data.nodes.map((node) => ({ id: node.id, x: wide ? node.far[0] : node.x, y: wide ? node.far[1] : node.y })));
}

const animation = () => (still() ? false : { duration: 300 });
function fit() {
  const { shown } = drawn();
  if (!shown.size) return;
  network.fit({ nodes: [...shown], animation: false, maxZoomLevel: 1.3 });
  // room for the buttons above and the legend below
  const box = find("#canvas"), above = find("#viewtools").offsetHeight, below = find("#lines").offsetHeight;
  const share = Math.max(0.7, 1 - (above + below) / Math.max(box.clientHeight, 1));
  network.moveTo({ scale: network.getScale() * share, offset: { x: 0, y: (above - below) / 2 }, animation: false });
  if (box.clientWidth < 500 && network.getScale() < 0.6) network.focus(centremost(network.getPositions([...shown])), { scale: 0.62, animation: false });
}

/** The nearest shown node from another in the direction of an arrow key; neighbours go before others. */
function toward(from, key) {
  const { shown } = drawn();
  const all = network.getPositions([...shown]);
  if (!from || !all[from]) return centremost(all);
  const here = all[from];
  const along = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  let best = "", least = Infinity;
  for (const [candidate, { x, y }] of Object.entries(all)) {
    const ahead = (x - here.x) * along[0] + (y - here.y) * along[1];
    const aside = Math.abs((x - here.x) * along[1]) + Math.abs((y - here.y) * along[0]);
    if (candidate === from || ahead <= 0 || aside > ahead * 2) continue;
    const cost = (ahead + 2 * aside) * (neighbours.get(from).has(candidate) ? 0.4 : 1);
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best || from;
}

function centremost(all) {
  const weight = (key) => neighbours.get(key).size + data.things[key].mentions.length;
  return Object.keys(all).sort((a, b) => weight(b) - weight(a))[0] || "";
}

function pressed(id, on) { find(id).setAttribute("aria-pressed", String(on)); }

function setFocus(steps) {
  state.focus = centreOfFocus() ? steps : 0;
  if (steps && !state.focus) say("choose a thing in the graph first");
  pressed("#focus", state.focus > 0);
  find("#depths").hidden = !state.focus;
  paint();
  fit();
}

function loosen() {
  const on = find("#loosen").getAttribute("aria-pressed") !== "true";
  pressed("#loosen", on);
  network.setOptions({ physics: { enabled: on, solver: "forceAtlas2Based", forceAtlas2Based: { springLength: 90, avoidOverlap: 0.6 } } });
}

function startPicture() {
  network = new vis.Network(find("#canvas"), { nodes, edges }, {
    autoResize: true, physics: { enabled: false }, layout: { improvedLayout: false },
    nodes: { scaling: { label: { drawThreshold: 4 } } },
    interaction: { hover: true, keyboard: false, tooltipDelay: 1e9, multiselect: false, selectConnectedEdges: false, hoverConnectedEdges: false },
    edges: { selectionWidth: 0 },
  });
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    state.byKeyboard = false;
    if (node) choose("thing", node); else if (edge) choose("fact", edge); else choose("", "");
  });
  network.on("doubleClick", ({ nodes: [node] }) => { if (node) { choose("thing", node); setFocus(1); } });
  network.on("hoverEdge", ({ edge }) => edges.update({ id: edge, label: edgeOf.get(edge).name }));
  network.on("blurEdge", ({ edge }) => edges.update({ id: edge, label: labels.get(edge) }));
  network.on("dragEnd", ({ nodes: [node] }) => { if (node) nodes.update({ id: node, fixed: true }); });
  let zoomed = false;
  network.on("zoom", ({ scale }) => { if (scale > 1.35 !== zoomed) { zoomed = scale > 1.35; paint(); } });
  let width = 0;
  network.on("resize", (now) => { if (Math.abs(now.width - width) > 40) { width = now.width; fit(); } });
  find("#fit").onclick = fit;
  find("#loosen").onclick = loosen;
  find("#focus").onclick = () => setFocus(state.focus ? 0 : Number(find("#depth").value));
  find("#depth").onchange = () => setFocus(Number(find("#depth").value));
  find("#communities").onclick = () => { state.communities = !state.communities; pressed("#communities", state.communities); paint(); };
}
