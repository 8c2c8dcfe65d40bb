// How each severity looks and is called.

export const looks = {
  error: { icon: 'error', tone: 'bad', word: 'Error' },
  warning: { icon: 'warn', tone: 'warn', word: 'Warning' },
  info: { icon: 'note', tone: 'note', word: 'Note' },
};
