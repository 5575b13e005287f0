// The pages of advisors work without scripts, too.

// Writes a ready-made reply without a round trip, after what was written already.
document.querySelectorAll("button[data-reply]").forEach((button) =>
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const words = button.form.elements.words;
    words.value = [words.value.trim(), button.dataset.reply].filter(Boolean).join("\n\n");
    words.focus();
  }),
);

// The keys of the case page. Those without Ctrl can be switched off, and don't count while something is typed.
const keys = document.querySelector("[data-keys]");
if (keys) {
  const on = keys.querySelector("[data-keys-on]");
  const decision = document.querySelector("form[data-decision]");
  const replies = document.querySelectorAll("button[data-reply]");
  const actions = {
    j: () => document.querySelector("a[rel=next]")?.click(),
    k: () => document.querySelector("a[rel=prev]")?.click(),
    "?": () => (keys.open = true),
  };
  keys.hidden = false;
  on.checked = localStorage.getItem("keys") !== "off";
  on.addEventListener("change", () => localStorage.setItem("keys", on.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest?.("form");
    if (event.key === "Enter" && event.ctrlKey) {
      const submitted = form ?? decision;
      submitted?.requestSubmit(submitted.querySelector("button:not([data-reply])"));
    } else if (on.checked && !form && !event.ctrlKey && !event.metaKey && !event.altKey) {
      actions[event.key]?.();
      replies[event.key - 1]?.click();
    }
  });
}

// Ticks every case of the list, and shows whether all are ticked.
document.querySelectorAll("[data-select-all]").forEach((all) => {
  const boxes = [...all.form.querySelectorAll("input[name=case]")];
  all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
  boxes.forEach((box) => box.addEventListener("change", () => (all.checked = boxes.every((other) => other.checked))));
});

// Loads the page again while something on it is not finished, and takes over the part that it names. It must not take over
// what is about another version than the rest of the page, which somebody else may have changed.
const reload = async () => {
  const waiting = document.querySelector("[data-reload]");
  if (!waiting) {
    return;
  }
  const part = document.getElementById(waiting.dataset.reload);
  const response = await fetch(location.href).catch(() => null);
  if (response?.ok) {
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const loaded = page.getElementById(part.id);
    if (loaded?.dataset.version !== part.dataset.version || !loaded) {
      waiting.querySelector("[data-outdated]").hidden = false;
      return;
    }
    part.replaceWith(loaded);
  }
  setTimeout(reload, 1000);
};
setTimeout(reload, 1000);

// Keeps what was typed into a form from being lost: it is not published without having been saved, and the browser asks
// before the page is left.
const draft = document.querySelector("form[data-unsaved]");
if (draft) {
  const text = draft.elements.content;
  const isUnsaved = () => text.value !== text.defaultValue || draft.dataset.kept === "false";
  let isSubmitted = false;
  const check = (event) => {
    const isPublication = event.target.elements.act?.value === "publish";
    if (isPublication && isUnsaved()) {
      event.preventDefault();
      event.stopPropagation();
      text.setCustomValidity(draft.dataset.unsaved);
      text.reportValidity();
      text.setCustomValidity("");
    } else {
      isSubmitted = "once" in event.target.dataset;
    }
  };
  document.addEventListener("submit", check, { capture: true });
  window.addEventListener("beforeunload", (event) => isUnsaved() && !isSubmitted && event.preventDefault());
}

// Selects the line of the draft that a violation is about.
document.querySelectorAll("a[data-line]").forEach((link) =>
  link.addEventListener("click", () => {
    const text = document.querySelector("#content");
    const lines = text.value.split("\n");
    const index = Number(link.dataset.line) - 1;
    const start = lines.slice(0, index).join("\n").length + (index > 0 ? 1 : 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[index] ?? "").length);
    text.scrollTop = (text.scrollHeight / lines.length) * Math.max(0, index - 5);
  }),
);

// Shows the rule that the address names.
document.querySelector("a[data-line][data-open]")?.click();
