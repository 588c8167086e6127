// Fills A4 sheets with the parts of the flow. A part is never broken; a heading stays with what
// follows it, a signature with what stands before it, and every article begins on a new sheet.
document.fonts.ready.then(() => {
  const flow = document.getElementById("flow");
  const room = Math.round((297 - 34 - 32) * 96 / 25.4);
  const groups = [];
  let group = null;
  let fresh = false;
  for (const node of Array.from(flow.children)) {
    if (node.className === "break") {
      fresh = true;
      continue;
    }
    const glued = group !== null && !fresh && (group.open || node.className === "right");
    if (glued) {
      group.nodes.push(node);
    } else {
      group = { nodes: [node], fresh };
      groups.push(group);
    }
    group.open = /^H[2-4]$/.test(node.tagName) || node.className === "center";
    fresh = false;
  }
  const height = (nodes) =>
    nodes[nodes.length - 1].getBoundingClientRect().bottom - nodes[0].getBoundingClientRect().top;
  for (const one of groups) one.height = height(one.nodes);
  const starts = new Map();
  let page = 2;
  let used = Infinity;
  let box = null;
  const sheets = [];
  for (const one of groups) {
    if (one.fresh || used + one.height > room) {
      page += 1;
      const sheet = document.createElement("div");
      sheet.className = "sheet " + (page % 2 === 0 ? "even" : "odd");
      sheet.dataset.page = String(page);
      sheet.innerHTML = '<div class="running"><span>沂源县人民政府公报（示例）</span><span>' + ISSUE +
        '</span></div><div class="box"></div><div class="folio">— ' + page + " —</div>";
      box = sheet.querySelector(".box");
      sheets.push(sheet);
      used = 0;
    }
    used += one.height;
    one.target = box;
    for (const node of one.nodes) starts.set(node.dataset.part, page);
  }
  for (const one of groups) one.target.append(...one.nodes);
  flow.remove();
  for (const sheet of sheets) document.body.append(sheet);
  for (const slot of document.querySelectorAll("[data-start]")) {
    slot.textContent = String(starts.get(slot.dataset.start));
  }
});
