export { S3CORSEditor } from './element.js';

/** Wraps the code blocks below a root that are marked for it in <s3-cors-editor>, and gives the elements. The module does so by itself
 *  with those of the page, once it is read; this is for what is added later. */
export function upgrade(root?: ParentNode): import('./element.js').S3CORSEditor[];
