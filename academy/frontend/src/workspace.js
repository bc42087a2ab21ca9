// The lab's files as they are in this browser.

/** @typedef {Record<string, string>} Files */
/** @typedef {{ text: string, editable: boolean }} LabFile */

export class Workspace extends EventTarget {
  /** @param {Map<string, LabFile>} files */
  constructor(files) {
    super();
    this.files = files;
    /** @type {string} */
    this.open = files.keys().next().value ?? '';
  }

  /** Takes over what the server put into the page's plain fields. @param {Iterable<HTMLTextAreaElement>} areas */
  static of(areas) {
    /** @type {Map<string, LabFile>} */
    const files = new Map();
    for (const area of areas) {
      files.set(area.dataset.path ?? '', { text: area.value, editable: !area.readOnly });
    }
    return new Workspace(files);
  }

  /** All of them. @returns {Files} */
  all() {
    return Object.fromEntries([...this.files].map(([path, file]) => [path, file.text]));
  }

  /** What the learner may change. @returns {Files} */
  editable() {
    return Object.fromEntries(
      [...this.files].filter(([, file]) => file.editable).map(([path, file]) => [path, file.text]));
  }

  /** @param {string} path */
  text(path) {
    return this.files.get(path)?.text ?? '';
  }

  /** The learner typed. @param {string} path @param {string} text */
  typed(path, text) {
    const file = this.files.get(path);
    if (!file?.editable || file.text === text) return;
    file.text = text;
    this.dispatchEvent(new Event('change'));
  }

  /**
   * Puts other contents in place of the learner's own.
   * @param {Files} files
   * @param {{ quiet?: boolean }} [options] quiet: it is what the server has already
   */
  replace(files, { quiet = false } = {}) {
    for (const [path, text] of Object.entries(files)) {
      const file = this.files.get(path);
      if (file?.editable) file.text = text;
    }
    this.dispatchEvent(new Event('replaced'));
    if (!quiet) this.dispatchEvent(new Event('change'));
  }
}
