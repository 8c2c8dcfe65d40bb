// What is kept on this device for the next visit. A browser may refuse to keep anything: then it is there until the page is left.

/** @param {string} key @param {string} text */
export function keepOnDevice(key, text) {
  try {
    localStorage.setItem(key, text);
  } catch {
    // There is nothing to be done about it.
  }
}

/** @param {string} key @returns {string | null} */
export function keptOnDevice(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
