// What people write: the subset that the product knows. HTML stays text, links lead only where http, https and mailto do.
import Markdown, { defaultUrlTransform } from 'react-markdown';

const allowed = ['p', 'br', 'strong', 'em', 'code', 'pre', 'ul', 'ol', 'li', 'a', 'blockquote'];
const schemes = /^(https?:|mailto:)/i;

const safeUrl = (url: string): string => (schemes.test(url) ? defaultUrlTransform(url) : '');

export default function MarkdownText({ children }: { readonly children: string }) {
  return (
    <div className="markdown">
      <Markdown
        allowedElements={allowed}
        unwrapDisallowed
        urlTransform={safeUrl}
        components={{
          a: ({ href, children: text }) =>
            href ? (
              <a href={href} target="_blank" rel="noopener noreferrer nofollow">
                {text}
              </a>
            ) : (
              <span>{text}</span>
            ),
        }}
      >
        {children}
      </Markdown>
    </div>
  );
}
