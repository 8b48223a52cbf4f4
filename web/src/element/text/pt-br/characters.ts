// Portuguese (Brazil): what characters are called that cannot be seen.
import type { Translation } from "../catalogue.js";
import type { kCharacters as kEnglish } from "../en/characters.js";

/** Names by code point; the last is for all others. */
export const kCharacters: Translation<"pt-BR", typeof kEnglish> = {
  "character.0000": "caractere nulo",
  "character.000D": "retorno de carro",
  "character.001B": "caractere de escape",
  "character.00A0": "espaço sem quebra",
  "character.00AD": "hífen opcional",
  "character.061C": "marca de letra árabe",
  "character.200B": "espaço de largura zero",
  "character.200C": "não ligador de largura zero",
  "character.200D": "ligador de largura zero",
  "character.200E": "marca da esquerda para a direita",
  "character.200F": "marca da direita para a esquerda",
  "character.2028": "separador de linha",
  "character.2029": "separador de parágrafo",
  "character.202A": "incorporação da esquerda para a direita",
  "character.202B": "incorporação da direita para a esquerda",
  "character.202C": "fim da incorporação",
  "character.202D": "direção forçada da esquerda para a direita",
  "character.202E": "direção forçada da direita para a esquerda",
  "character.2060": "ligador de palavras",
  "character.2066": "isolamento da esquerda para a direita",
  "character.2067": "isolamento da direita para a esquerda",
  "character.2068": "isolamento pelo primeiro caractere forte",
  "character.2069": "fim do isolamento",
  "character.FEFF": "marca de ordem de bytes",
  "character.other": "caractere invisível",
};
