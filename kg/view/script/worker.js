// The engine's own thread. Before this text stands the package's script, with `Store` and `__wbg_init`.
{
  const MOST = 500;
  let store;

  async function fill({ wasm, quads }) {
    await __wbg_init({ module_or_path: wasm });
    store = new Store();
    store.load(quads, { format: "application/n-quads" });
    // each triple once, however many articles say it, as `kg query` has it
    store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }");
    return { ready: true };
  }

  const term = (found) => found && { value: found.value, named: found.termType === "NamedNode" };

  /** Columns and the first rows of plain terms, whatever form the question has, and how many rows there are. */
  function tableOf(found) {
    if (typeof found === "boolean") return { columns: ["answer"], rows: [[{ value: found ? "yes" : "no" }]], count: 1 };
    const shown = found.slice(0, MOST);
    if (found.length && found[0].subject)
      return { columns: ["subject", "predicate", "object"], rows: shown.map((quad) => [quad.subject, quad.predicate, quad.object].map(term)), count: found.length };
    const columns = [...new Set(shown.flatMap((solution) => [...solution.keys()]))];
    return { columns, rows: shown.map((solution) => columns.map((column) => term(solution.get(column)))), count: found.length };
  }

  onmessage = async ({ data }) => {
    try {
      postMessage(data.wasm ? await fill(data) : tableOf(store.query(data.sparql)));
    } catch (error) {
      // after a trap the engine's memory is not to be trusted
      postMessage({ wrong: String(error.message || error), broken: error instanceof WebAssembly.RuntimeError });
    }
  };
}
