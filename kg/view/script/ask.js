// Questions in SPARQL, answered inside the page by Oxigraph.

const MOST = 500;
const engine = JSON.parse(find("#engine").textContent);
const keyOf = new Map(Object.entries(engine.things));
const byLabel = new Map(Object.entries(data.things).reverse().map(([key, thing]) => [thing.label, key]));
const byWords = new Map([...factOf].reverse().map(([key, { claim }]) => [wordsOf(claim.spans), key]));
const prefixes = Object.entries(engine.prefixes);
let filled;

/** The store with all triples of the page, filled for the first question. */
const ready = () => (filled ??= fill());

async function fill() {
  const wasm = await (await unpacked(engine.wasm, "application/wasm")).arrayBuffer();
  await oxigraph.start({ module_or_path: wasm });
  const store = new oxigraph.Store();
  store.load(await (await unpacked(engine.quads, "text/plain")).text(), { format: "application/n-quads" });
  // each triple once, however many articles say it, as `kg query` has it
  store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }");
  return store;
}

/** Columns and rows of terms, whatever form the question has. */
function tableOf(found) {
  if (typeof found === "boolean") return { columns: ["answer"], rows: [[{ value: found ? "yes" : "no" }]] };
  if (found.length && found[0].subject) return { columns: ["subject", "predicate", "object"], rows: found.map((quad) => [quad.subject, quad.predicate, quad.object]) };
  const columns = [...new Set(found.flatMap((solution) => [...solution.keys()]))];
  return { columns, rows: found.map((solution) => columns.map((column) => solution.get(column))) };
}

function termCell(term) {
  if (!term) return "";
  const text = term.value;
  const thing = keyOf.get(text) || byLabel.get(text);
  if (thing) return nameLink(thing);
  const fact = factOf.has(text.split("#").pop()) ? text.split("#").pop() : "";
  if (fact) return element("a", { className: "property", href: `#${fact}`, dataset: { fact } }, spoken(factOf.get(fact).fact));
  if (byWords.has(text)) return element("a", { className: "words", href: `#${byWords.get(text)}`, dataset: { fact: byWords.get(text) } }, text);
  const [short, namespace] = (term.termType === "NamedNode" && prefixes.find(([, iri]) => text.startsWith(iri))) || [];
  return short ? `${short}:${text.slice(namespace.length)}` : text;
}

function showAnswer({ columns, rows }) {
  const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column)));
  const body = rows.slice(0, MOST).map((row) => element("tr", {}, ...row.map((term) => element("td", {}, termCell(term)))));
  find("#answer").replaceChildren(...(rows.length ? [element("table", {}, element("thead", {}, head), element("tbody", {}, ...body))] : []));
  find("#asked").textContent = rows.length > MOST ? `the first ${MOST} of ${rows.length} rows` : plural(rows.length, "row");
}

async function ask() {
  find("#asking").ariaBusy = "true";
  find("#asked").textContent = "asking …";
  find("#wrong").textContent = "";
  find("#answer").replaceChildren();
  // the words above are drawn before the engine takes the page's only thread
  await new Promise((done) => setTimeout(done, 30));
  try {
    const store = await ready();
    showAnswer(tableOf(store.query(`${prefixes.map(([short, iri]) => `PREFIX ${short}: <${iri}>`).join(" ")}\n${find("#sparql").value}`)));
  } catch (error) {
    find("#asked").textContent = "";
    // the line of prefixes before the question is ours
    find("#wrong").textContent = String(error.message || error).replace(/\bat (\d+):/, (_, line) => `at line ${line - 1}, column `);
  }
  find("#asking").ariaBusy = "false";
}

find("#asking").hidden = false;
find("#ready").onchange = (event) => { find("#sparql").value = event.target.selectedOptions[0].dataset.sparql; };
find("#run").onclick = ask;
find("#sparql").addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) ask(); });
