// Swizzled: a fence ```xml s3-cors page=https://www.example.com is drawn as <s3-cors-editor>, every other as before.
import React, { useEffect } from 'react';
import CodeBlock from '@theme-original/CodeBlock';

export default function CodeBlockWrapper(props) {
  const words = (props.metastring ?? '').split(/\s+/);
  const isLive = words.includes('s3-cors');
  useEffect(() => {
    if (isLive) import('s3cors/element/define.js'); // in the browser alone
  }, [isLive]);
  if (!isLive) return <CodeBlock {...props} />;
  const options = Object.fromEntries(words.filter((word) => /^(?:page|call|view|cache|theme)=/.test(word)).map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]));
  return (
    <s3-cors-editor {...options}>
      <pre>{props.children}</pre>
    </s3-cors-editor>
  );
}
