/**
 * Shares a look-up among all who ask before it begins, so that a burst of questions costs two look-ups. Nobody gets an
 * answer that is older than their question.
 */
export class Sharing<Key, Answer> {
  readonly #running = new Map<Key, Promise<Answer>>();
  readonly #next = new Map<Key, Promise<Answer>>();

  ask(key: Key, look: () => Promise<Answer>): Promise<Answer> {
    const running = this.#running.get(key);
    if (!running) return this.#begin(key, look);
    let next = this.#next.get(key);
    if (!next) {
      const begin = () => {
        this.#next.delete(key);
        return this.#begin(key, look);
      };
      next = running.then(begin, begin);
      this.#next.set(key, next);
    }
    return next;
  }

  #begin(key: Key, look: () => Promise<Answer>): Promise<Answer> {
    const answer = look();
    this.#running.set(key, answer);
    const over = () => {
      if (this.#running.get(key) === answer) this.#running.delete(key);
    };
    answer.then(over, over);
    return answer;
  }
}
