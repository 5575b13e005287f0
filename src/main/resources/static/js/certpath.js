// Every page works without scripts. These save a round trip or a click.

// An exclusive option, such as "None" or "I do not know", unticks all others, and any other option unticks it.
document.querySelectorAll("[data-options]").forEach((group) => {
  const boxes = [...group.querySelectorAll("input[type=checkbox]")];
  group.addEventListener("change", (event) => {
    const ticked = event.target;
    if (!ticked.checked) {
      return;
    }
    const exclusive = "exclusive" in ticked.dataset;
    boxes
      .filter((box) => box !== ticked && (exclusive || "exclusive" in box.dataset))
      .forEach((box) => (box.checked = false));
  });
});

// Focuses the error summary after a failed submit.
document.querySelector("[data-errors]")?.focus();

// Shows the buttons that need scripts.
document.querySelectorAll("[data-copy], [data-print]").forEach((button) => (button.hidden = false));

document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => window.print()));

document.querySelectorAll("[data-copy]").forEach((button) =>
  button.addEventListener("click", async () => {
    const status = document.getElementById("copied");
    const field = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = button.dataset.copied;
    } catch {
      field.select();
      status.textContent = button.dataset.failed;
    }
  }),
);

// Disables the button of a submitted form, so that a second click does not submit it again.
document.addEventListener("submit", ({ target }) => {
  if ("once" in target.dataset) {
    const button = target.querySelector("button");
    setTimeout(() => (button.disabled = true));
    window.addEventListener("pageshow", () => (button.disabled = false));
  }
});

// Submits the input of the page's other forms along with a form, so that the next page shows it again.
document.querySelectorAll("[data-together] form").forEach((form, index, forms) =>
  form.addEventListener("submit", () =>
    form.addEventListener(
      "formdata",
      ({ formData }) => {
        const others = [...forms].filter((other) => other !== form);
        const inputs = others.flatMap((other) => [...new FormData(other)]);
        inputs
          .filter(([name, value]) => value && !formData.has(name))
          .forEach(([name, value]) => formData.append(name, value));
      },
      { once: true },
    ),
  ),
);
