// Portuguese (Brazil): what is said about the verdict of a move.
import type { Translation } from "../catalogue.js";
import type { kOutcome as kEnglish } from "../en/outcome.js";

/** Messages about an outcome, by verdict and proof. */
export const kOutcome: Translation<"pt-BR", typeof kEnglish> = {
  "outcome.heading.applied": "A conversa pertence ao novo visitante",
  "outcome.heading.refused": "O servidor recusou; nada mudou",
  "outcome.heading.not_sent": "Nada foi enviado",
  "outcome.heading.unknown": "Não se sabe se a conversa foi movida",
  "outcome.lost":
    "A resposta à mudança se perdeu ou não ficou clara; por isso não se sabe se a mudança foi feita.",
  "outcome.notLookedUp": "Por que não foi possível verificar: {why}",
  "outcome.askWhoSees":
    "Pergunte a alguém que possa ver esta conversa de quem ela é agora, antes de movê-la de novo.",
  "outcome.proof.answer": "A resposta do servidor mostra a conversa com este visitante.",
  "outcome.proof.read_back":
    "A conversa foi lida e está com este visitante; talvez não por causa desta chamada.",
  "outcome.proof.wanted_state": "A conversa já era deste visitante.",
  "outcome.lastSeen":
    "Quando a conversa foi lida pela última vez ({time}), o ID do visitante dela era {id}.",
  "outcome.callsLeft": {
    one: "Resta {count} de {limit} chamadas.",
    many: "Restam {count} de {limit} chamadas.",
    other: "Restam {count} de {limit} chamadas.",
  },
  "outcome.callsLeftUntil": {
    one: "Resta {count} de {limit} chamadas até {time}.",
    many: "Restam {count} de {limit} chamadas até {time}.",
    other: "Restam {count} de {limit} chamadas até {time}.",
  },
  "outcome.nextCall": "O servidor aceita a próxima chamada às {time}.",
  "outcome.deprecated": "O servidor informa que esta chamada está obsoleta.",
  "outcome.deprecatedUntil":
    "O servidor informa que esta chamada está obsoleta e acaba na versão {version}.",
  "outcome.serverText": "Palavras do servidor: {text}",
};
