/** Registers `<s3-cors-editor>`; where it is registered already, that registration stays. */
export { S3CORSEditor } from './element.js';
