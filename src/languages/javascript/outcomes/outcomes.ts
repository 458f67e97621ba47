/** Determines how a call's result and its failure are handled. */
import type { Outcome, Use } from '../../../source/model.js';
import { handlerOfPair } from './pairs.js';
import { Following } from './following.js';
import { handlerOfPassed, handlerOfPromise, handlerOfRun } from './wrapped-calls.js';
import { handlerAround, handlerBehind, handlerOfCallback, retryAround } from './handlers.js';
import type { Frame, Reading } from '../reading.js';
import { isFunction, methodOf, type Node } from '../syntax/syntax.js';

export function outcomeOf(reading: Reading, node: Node, frame?: Frame): Outcome {
  let uses: readonly Use[] | undefined;
  return {
    get uses() {
      return (uses ??= new Following(reading, frame).of(node));
    },
    get callbackUses() {
      return callbackUsesOf(reading, node);
    },
    get items() {
      return itemsOf(reading, node, frame);
    },
    get handler() {
      return (
        handlerBehind(reading, node) ??
        handlerOfPromise(reading, node) ??
        handlerOfPair(reading, node) ??
        handlerAround(reading, node) ??
        handlerOfRun(reading, node) ??
        handlerOfCallback(reading, node)
      );
    },
    get handlerOfPassed() {
      return handlerOfPassed(reading, node);
    },
    get retry() {
      return retryAround(reading, node);
    },
  };
}

function callbackUsesOf(reading: Reading, node: Node): readonly (readonly Use[])[] | undefined {
  const callback = node.type === 'CallExpression' ? node.arguments.findLast((argument) => isFunction(argument)) : undefined;
  if (!callback || !isFunction(callback)) return undefined;
  return callback.params.map((parameter) => new Following(reading, undefined).ofParameter(parameter));
}

/** Uses of the items of `zones.map(load)`. */
function itemsOf(reading: Reading, node: Node, frame: Frame | undefined): readonly Use[] | undefined {
  if (node.type !== 'CallExpression' || methodOf(node) !== 'map') return undefined;
  const [callback] = node.arguments;
  return callback && !isFunction(callback) ? new Following(reading, frame).ofItems(node) : undefined;
}
