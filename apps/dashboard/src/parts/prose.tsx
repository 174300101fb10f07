import { Suspense, lazy } from 'react';

const MarkdownText = lazy(() => import('./markdown'));

/** Somebody's text with its Markdown; as it was written until the renderer is there, so that nothing jumps. */
export const Prose = ({ text }: { readonly text: string }) => (
  <Suspense
    fallback={
      <div className="markdown" style={{ whiteSpace: 'pre-wrap' }}>
        {text}
      </div>
    }
  >
    <MarkdownText>{text}</MarkdownText>
  </Suspense>
);
