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

  /* the fingerprint of a file is computed here; the file itself goes nowhere (the field has no name, so it is never sent) */
  var hash = document.querySelector('input[name="sha256"]');
  if (hash && window.crypto && window.crypto.subtle && window.File && File.prototype.arrayBuffer) {
    var most = 200 * 1024 * 1024;
    var label = document.createElement('label');
    label.className = 'sr-later';
    label.htmlFor = 'f-sha256-bestand';
    label.textContent = 'Of kies het bestand: de vingerafdruk wordt hier berekend, het bestand blijft bij u';
    var chooser = document.createElement('input');
    chooser.type = 'file';
    chooser.id = label.htmlFor;
    var said = document.createElement('p');
    said.className = 'sr-hint';
    said.setAttribute('role', 'status');
    chooser.addEventListener('change', function () {
      var file = chooser.files[0];
      if (!file) { return; }
      if (file.size > most) {
        said.textContent = 'Dit bestand is te groot om hier te berekenen. Gebruik certutil of shasum.';
        return;
      }
      said.textContent = 'Bezig met berekenen…';
      file.arrayBuffer().then(function (bytes) { return window.crypto.subtle.digest('SHA-256', bytes); }).then(function (sum) {
        hash.value = Array.from(new Uint8Array(sum), function (b) { return b.toString(16).padStart(2, '0'); }).join('');
        said.textContent = 'Berekend van ' + file.name + ' en hierboven ingevuld.';
      }, function () {
        said.textContent = 'Dit bestand kon niet worden gelezen.';
      });
    });
    hash.insertAdjacentElement('afterend', label);
    label.insertAdjacentElement('afterend', chooser);
    chooser.insertAdjacentElement('afterend', said);
  }
}());
