// Portuguese (Brazil): what stands round the steps, and what every step shares.
import type { Translation } from "../catalogue.js";
import type { kShell as kEnglish } from "../en/shell.js";

/** Messages of the shell. */
export const kShell: Translation<"pt-BR", typeof kEnglish> = {
  "shell.steps": "Etapas",
  "shell.step.connect": "Conectar",
  "shell.step.conversation": "Conversa",
  "shell.step.visitor": "Visitante",
  "shell.step.preview": "Prévia",
  "shell.step.result": "Resultado",
  "shell.step.history": "Mudanças anteriores",
  "shell.loading": "Carregando…",
  "shell.cancel": "Cancelar",
  "shell.tryAgain": "Tentar novamente",
  "shell.error": "Erro:",
  "shell.warning": "Confira:",
  "shell.whatToDo": "O que fazer:",
  "shell.checkNetwork": "Confira a sua rede e o endereço do workspace e tente de novo.",
  "shell.tryLater":
    "Espere um momento e tente de novo. Se continuar assim, fale com a administração.",
  "shell.found": "Detalhe técnico: {found}.",
  "shell.code": "Código: {code}",
  "shell.fault": "Ocorreu um erro na página, e ela parou o que estava fazendo.",
  "shell.faultRemedy":
    "Se uma conversa estava sendo movida, veja “Mudanças anteriores” antes de movê-la de novo.",
  "wait.until": "{why}. Continua às {time}; tempo restante: {duration}.",
  "wait.untilSaid": "{why}. Continua às {time}.",
  "wait.answer": "O servidor ainda não respondeu",
  "wait.rate_limit": "O servidor não aceita mais chamadas no momento",
  "wait.other_call": "Outra chamada precisa ser respondida antes",
  "wait.retry": "A última tentativa não deu certo",
  "wait.read_again": "Não foi possível ler a conversa",
  "wait.original_write": "Um pedido anterior ainda pode chegar",
};
