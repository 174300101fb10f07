import { Suspense, lazy } from 'react';

interface TextProps {
  readonly children: string;
}

const AsWritten = ({ children }: TextProps) => (
  <div className="markdown" style={{ whiteSpace: 'pre-wrap' }}>
    {children}
  </div>
);

/** Where the renderer cannot be fetched, the text is there all the same. */
const MarkdownText = lazy(() => import('./markdown').catch(() => ({ default: AsWritten })));

/** Somebody's text with its Markdown; as it was written until the renderer is there, so that nothing jumps. */
export const Prose = ({ text }: { readonly text: string }) => (
  <Suspense fallback={<AsWritten>{text}</AsWritten>}>
    <MarkdownText>{text}</MarkdownText>
  </Suspense>
);
