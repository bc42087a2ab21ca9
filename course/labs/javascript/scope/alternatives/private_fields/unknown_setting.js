/** Nobody has declared this setting. */
export class UnknownSetting extends ReferenceError {
  constructor(setting) {
    super(`the setting "${setting}" is not defined`);
    this.setting = setting;
  }
}
