// Helps while one types: options from the server, and the units of what was chosen. The form works without it.
const form = document.querySelector("form[data-options]");
const found = new Map();
let waiting = 0;

async function look(input) {
  const answer = await fetch(`${form.dataset.options}?q=${encodeURIComponent(input.value)}`);
  if (!answer.ok) return;
  const { options } = await answer.json();
  input.list.replaceChildren(...options.map((option) => {
    found.set(option.label, option);
    return Object.assign(document.createElement("option"), { value: option.label });
  }));
  choose(input);
}

function choose(input) {
  const option = found.get(input.value);
  if (!option) return;
  const prefix = input.name.replace(/what$/, "");
  const field = (name) => form.elements.namedItem(prefix + name);
  const item = field("item");
  if (!(item instanceof HTMLInputElement)) return;
  item.value = option.item;
  field("asked").value = option.label;
  const unit = field("unit");
  const before = unit.value;
  unit.replaceChildren(...option.units.map(([value, words]) => new Option(words, value)));
  if (option.units.some(([value]) => value === before)) unit.value = before;
}

form?.addEventListener("input", (event) => {
  const input = event.target;
  if (!input.name?.endsWith("-what")) return;
  choose(input);
  clearTimeout(waiting);
  if (input.value.trim().length > 1 && !found.has(input.value)) waiting = setTimeout(look, 180, input);
});
document.getElementById("errores")?.focus();
