// Registers <s3-cors-editor>. Where another copy has registered it already, that one stays.

import { S3CORSEditor } from './element.js';

if (globalThis.customElements && !customElements.get('s3-cors-editor')) customElements.define('s3-cors-editor', S3CORSEditor);

export { S3CORSEditor };
