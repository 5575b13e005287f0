// Every page works without this. It spares people a round trip or a click.

// "None" and "I do not know" untick the rest, and the rest unticks them.
document.querySelectorAll("[data-options]").forEach((group) => {
  const boxes = [...group.querySelectorAll("input[type=checkbox]")];
  group.addEventListener("change", (event) => {
    const ticked = event.target;
    if (!ticked.checked) {
      return;
    }
    const alone = "alone" in ticked.dataset;
    boxes
      .filter((box) => box !== ticked && (alone || "alone" in box.dataset))
      .forEach((box) => (box.checked = false));
  });
});

// After a failed submit, start at what there is to put right.
document.querySelector("[data-errors]")?.focus();

// What only a script can do is shown only when there is one.
document.querySelectorAll("[data-copy], [data-print]").forEach((button) => (button.hidden = false));

document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => window.print()));

document.querySelectorAll("[data-copy]").forEach((button) =>
  button.addEventListener("click", async () => {
    const said = document.getElementById("copied");
    try {
      await navigator.clipboard.writeText(location.origin + location.pathname);
      said.textContent = button.dataset.copied;
    } catch {
      said.textContent = button.dataset.failed;
    }
  }),
);

// A form that is on its way is not sent twice by an impatient second click.
document.querySelectorAll("form[data-once]").forEach((form) => {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button");
    setTimeout(() => (button.disabled = true));
    window.addEventListener("pageshow", () => (button.disabled = false));
  });
});

// What was typed into a page's other forms goes along with the one that is sent, and so comes back on the next page.
document.querySelectorAll("[data-together] form").forEach((form, place, forms) =>
  form.addEventListener("submit", () =>
    form.addEventListener(
      "formdata",
      ({ formData }) => {
        const others = [...forms].filter((other) => other !== form);
        const typed = others.flatMap((other) => [...new FormData(other)]);
        typed
          .filter(([name, value]) => value && !formData.has(name))
          .forEach(([name, value]) => formData.append(name, value));
      },
      { once: true },
    ),
  ),
);
