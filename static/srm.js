/* What the pages do more comfortably with a script; every page works without. */
(function () {
  'use strict';

  /* "Toon wachtwoord" beside each password field */
  document.querySelectorAll('input[type="password"]').forEach(function (field) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'sr-link sr-show-password';
    button.textContent = 'Toon wachtwoord';
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', function () {
      var shown = field.type === 'text';
      field.type = shown ? 'password' : 'text';
      button.textContent = shown ? 'Toon wachtwoord' : 'Verberg wachtwoord';
      button.setAttribute('aria-pressed', String(!shown));
    });
    field.insertAdjacentElement('afterend', button);
    if (field.form) {
      field.form.addEventListener('submit', function () { field.type = 'password'; });
    }
  });

  /* a warning two minutes before the session ends */
  var until = document.querySelector('[data-until]');
  if (until && window.HTMLDialogElement) {
    var end = Number(until.dataset.until) * 1000;
    var dialog = document.createElement('dialog');
    dialog.className = 'sr-dialog';
    dialog.setAttribute('aria-labelledby', 'sr-dialog-title');
    var title = document.createElement('h2');
    title.id = 'sr-dialog-title';
    title.textContent = 'U wordt zo uitgelogd';
    var text = document.createElement('p');
    text.textContent = 'Over twee minuten eindigt uw sessie omdat er niets gebeurt. Wat u hebt ingevuld blijft bewaard als u het opslaat.';
    var stay = document.createElement('button');
    stay.type = 'button';
    stay.className = 'sr-button';
    stay.textContent = 'Langer ingelogd blijven';
    dialog.append(title, text, stay);
    document.body.append(dialog);
    var arm = function () {
      window.setTimeout(function () { dialog.showModal(); }, Math.max(0, end - Date.now() - 120000));
    };
    stay.addEventListener('click', function () {
      fetch('/mijn-gegevens', { credentials: 'same-origin' }).then(function (answer) { return answer.text(); }).then(function (page) {
        var found = new DOMParser().parseFromString(page, 'text/html').querySelector('[data-until]');
        if (found) {
          end = Number(found.dataset.until) * 1000;
          until.textContent = found.textContent;
          arm();
        }
        dialog.close();
      });
    });
    arm();
  }

  /* the menu closes with Escape and by a click beside it */
  var menu = document.querySelector('.sr-menu');
  if (menu) {
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && menu.open) {
        menu.open = false;
        menu.querySelector('summary').focus();
      }
    });
    document.addEventListener('click', function (event) {
      if (menu.open && !menu.contains(event.target)) { menu.open = false; }
    });
  }
}());
