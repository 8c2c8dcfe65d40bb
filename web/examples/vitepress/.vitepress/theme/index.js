import DefaultTheme from 'vitepress/theme';

export default {
  extends: DefaultTheme,
  enhanceApp() {
    // The element is for browsers; while the pages are built there is none.
    if (!import.meta.env.SSR) import('s3cors/element/define.js');
  },
};
