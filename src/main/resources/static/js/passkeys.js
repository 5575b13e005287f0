// Adds and presents passkeys: asks the server for options, the browser for a passkey, and sends the result.

const problems = document.querySelectorAll("[data-passkey-problem]");

function showProblem(name) {
  problems.forEach((problem) => (problem.hidden = problem.dataset.passkeyProblem !== name));
}

function post(url, form, body) {
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": form.elements._csrf.value },
    body: body && JSON.stringify(body),
  });
}

// Throws for an answer that is not a success, and leaves the page if the login has ended.
function check(response) {
  if (response.redirected || response.status === 403) {
    location.reload();
    throw new DOMException("The login has ended", "AbortError");
  }
  if (!response.ok) {
    throw new DOMException(response.statusText, `Status${response.status}`);
  }
  return response;
}

async function add(form) {
  const options = await check(await post(form.dataset.options, form)).json();
  const credential = await navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
  });
  const publicKey = { credential: credential.toJSON(), label: form.elements.name.value };
  check(await post(form.action, form, { publicKey }));
  location.assign(form.dataset.done);
}

async function present(form) {
  const options = await check(await post(form.dataset.options, form)).json();
  const credential = await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
  });
  const response = check(await post(form.action, form, credential.toJSON()));
  location.assign(response.headers.get("Location"));
}

function problemOf(error) {
  switch (error.name) {
    case "AbortError":
      return "";
    case "NotAllowedError":
      return "cancelled";
    case "InvalidStateError":
      return "exists";
    case "Status429":
      return "busy";
    case "Status400":
    case "Status401":
      return "rejected";
    default:
      return "failed";
  }
}

async function submit(form) {
  const button = form.querySelector("button");
  button.disabled = true;
  showProblem("");
  try {
    await (form.dataset.passkey === "add" ? add(form) : present(form));
  } catch (error) {
    showProblem(problemOf(error));
    button.disabled = false;
    button.focus();
  }
}

document.querySelectorAll("form[data-passkey]").forEach((form) => {
  if (location.origin !== form.dataset.origin) {
    showProblem("origin");
  } else if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
    showProblem("unsupported");
  } else {
    showProblem("");
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      submit(form);
    });
  }
});
