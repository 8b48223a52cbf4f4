// Portuguese (Brazil): what happened and what to do, by error code.
import type { ErrorMessages } from "../catalogue.js";

const kRead = "Abra a conversa para ver se a mudança foi feita.";
const kBetween = "Peça para verificar o que há entre o navegador e o servidor, como um proxy.";
const kAddress = "Confira o endereço do servidor; outro servidor pode ter respondido.";
const kVersions = "É possível mover conversas nas versões de 5.2 a 6.13.";

/** By code. */
export const kErrors: ErrorMessages = {
  not_an_object: [
    "Os dados da mudança não têm a forma certa.",
    "Passe um objeto com rid, oldVisitorId e newVisitorId.",
  ],
  missing: ["Falta um dado necessário.", "Preencha o que falta; os três IDs são necessários."],
  not_a_string: [
    "Um dos IDs não é um texto.",
    "Passe o ID como texto; o servidor converteria outros valores sem avisar.",
  ],
  empty: ["O ID está vazio.", "Digite o ID exatamente como o servidor mostra."],
  surrounding_space: [
    "Há um espaço antes ou depois do ID.",
    "Remova o espaço; o servidor compara os IDs caractere por caractere.",
  ],
  control_character: [
    "O texto contém um caractere de controle.",
    "Remova esse caractere; em geral ele vem junto ao copiar.",
  ],
  bidi_control: [
    "O ID contém um caractere invisível de direção do texto.",
    "Digite o ID de novo ou copie-o do servidor; esse caractere faz IDs diferentes parecerem iguais.",
  ],
  ill_formed_unicode: [
    "O texto contém um caractere pela metade.",
    "Copie o texto de novo; ele foi cortado no meio de um caractere.",
  ],
  too_long: [
    "O ID tem mais de 256 caracteres.",
    "Confira se foi colado só o ID; em geral ele tem 17 ou 24 caracteres.",
  ],
  unknown_key: [
    "Há um dado que o servidor não aceita.",
    "Remova-o; só são permitidos rid, oldVisitorId e newVisitorId.",
  ],
  misspelled_key: [
    "O nome de um dado está escrito errado.",
    "Corrija o nome; os certos são rid, oldVisitorId e newVisitorId.",
  ],
  same_visitor: [
    "O visitante anterior e o novo são a mesma pessoa.",
    "Confira os IDs; assim nada mudaria além da data da última atualização.",
  ],
  unusual_id: ["O ID tem uma forma incomum.", "Confira o ID; ele será enviado como está."],
  invalid_server_url: [
    "Não é possível usar este endereço de servidor.",
    "Digite o endereço do workspace, por exemplo https://chat.example.com.",
  ],
  insecure_server_url: [
    "Para este endereço, os dados de acesso seriam enviados sem criptografia.",
    "Use https ou permita http para este servidor de propósito.",
  ],
  missing_credentials: [
    "Falta o ID do usuário ou o token.",
    "Preencha os dois; eles aparecem na página de tokens de acesso pessoal.",
  ],
  invalid_credentials: [
    "Não é possível enviar o ID do usuário ou o token.",
    "Copie os dois de novo da página de tokens de acesso pessoal.",
  ],
  missing_login: [
    "Falta o nome de usuário ou a senha.",
    "Preencha os dois; o e-mail também serve como nome de usuário.",
  ],
  invalid_input: [
    "Um valor recebido não tem a forma certa.",
    "Compare o valor com a documentação.",
  ],
  invalid_version: [
    "Isto não é uma versão de servidor.",
    "Escreva a versão com dois ou três números, por exemplo 6.4.2.",
  ],
  unsupported_version: [
    "O servidor simulado não conhece esta versão.",
    "Escolha uma das versões oferecidas.",
  ],
  invalid_seed: [
    "Não é possível usar os dados iniciais.",
    "Corrija os dados no ponto indicado; nada foi iniciado.",
  ],
  out_of_time: [
    "A mudança não terminou no tempo permitido.",
    "Abra a conversa para ver de quem ela é e depois tente novamente.",
  ],
  room_closed: [
    "A conversa está encerrada.",
    "Mesmo assim ela pode ser movida, se você tiver acesso a ela.",
  ],
  not_omnichannel: [
    "Esta não é uma conversa de livechat.",
    "Escolha uma conversa de livechat; o servidor não move outras.",
  ],
  visitor_disabled: [
    "O novo visitante está desativado.",
    "Escolha outro; a partir da versão 6.5 o servidor recusa este.",
  ],
  undo_impossible: [
    "Não seria possível desfazer esta mudança.",
    "Mova só se puder ser definitivo; o servidor não conhece mais o visitante anterior.",
  ],
  other_open_room: [
    "O novo visitante já tem uma conversa aberta.",
    "Confira qual é a certa; o visitante ficará com duas.",
  ],
  owner_differs: [
    "A conversa não pertence ao visitante anterior informado.",
    "Use o visitante que aparece aqui ou confira o ID da sala.",
  ],
  history_failed: [
    "Não foi possível registrar a mudança.",
    "Libere espaço ou esqueça mudanças concluídas em “Mudanças anteriores” e tente novamente; nada é movido sem registro.",
  ],
  cancelled: ["A operação foi cancelada.", `Se o pedido já tinha saído: ${kRead}`],
  not_logged_in: [
    "O servidor não aceita este login.",
    "Entre novamente; a sessão pode ter expirado.",
  ],
  wrong_credentials: [
    "O servidor não aceita o nome de usuário e a senha.",
    "Digite os dois de novo; depois de muitas falhas, o login pode ficar bloqueado por um tempo.",
  ],
  totp_required: ["O login exige um segundo fator.", "Entre novamente com um código."],
  totp_invalid: [
    "O código está errado ou expirou.",
    "Digite o código de novo ou entre novamente para receber outro.",
  ],
  login_refused: [
    "O servidor recusa o login.",
    "Fale com a administração; a conta pode estar desativada ou bloqueada por um tempo.",
  ],
  no_permission: [
    "Você não tem uma permissão necessária para isto.",
    "Peça à administração change-livechat-room-visitor e, antes da versão 6.5, também view-l-room.",
  ],
  no_change_permission: [
    "Você não tem permissão para mover conversas.",
    "Peça à administração a permissão change-livechat-room-visitor.",
  ],
  no_read_permission: [
    "Você não tem permissão para ler isto.",
    "Peça a permissão view-l-room ou, para listar conversas, view-livechat-rooms.",
  ],
  room_access_denied: [
    "Você não tem acesso a esta conversa.",
    "Peça acesso ou deixe que o agente dela ou um gerente a mova.",
  ],
  rate_limited: ["O servidor pede uma pausa.", "Espere um pouco e depois tente novamente."],
  invalid_params: [
    "O servidor recusou a forma do pedido.",
    "Informe este caso; um pedido conferido aqui deveria ser aceito.",
  ],
  visitor_not_found: [
    "O novo visitante não existe ou está desativado.",
    "Escolha outro; a partir da versão 6.5, visitantes desativados contam como desconhecidos.",
  ],
  room_not_found: [
    "Esta conversa não existe.",
    "Confira o ID da sala; só conversas de livechat podem ser movidas.",
  ],
  visitor_mismatch: [
    "A conversa não pertence ao visitante anterior.",
    "Abra a conversa de novo; ela pode já ter sido movida, daqui ou por outra pessoa.",
  ],
  user_not_found: ["A conta que enviou o pedido não existe mais.", "Entre com outra conta."],
  deprecation_enforced: [
    "O servidor está configurado para recusar endpoints obsoletos.",
    "Peça à administração para liberar os endpoints obsoletos.",
  ],
  endpoint_removed: [
    "Esta versão do servidor não move mais conversas.",
    "A partir da versão 7.0 não há substituto; o mais próximo são os contatos.",
  ],
  endpoint_absent: [
    "Esta versão do servidor ainda não move conversas.",
    `${kVersions} O servidor é mais antigo.`,
  ],
  endpoint_broken: [
    "Nesta versão do servidor não há como mover conversas.",
    `${kVersions} As versões de 3.6 a 5.1 sempre recusam.`,
  ],
  wrong_method: [
    "O servidor conhece o endereço, mas não o método do pedido.",
    `${kBetween} O método pode ter sido trocado.`,
  ],
  body_unreadable: [
    "O servidor não conseguiu ler o conteúdo do pedido.",
    `${kBetween} O conteúdo foi alterado no caminho.`,
  ],
  charset_unsupported: [
    "O servidor não entende a codificação de caracteres do pedido.",
    `${kBetween} O envio é feito em UTF-8.`,
  ],
  body_too_large: [
    "O servidor achou o pedido grande demais.",
    `${kBetween} Os pedidos são muito menores que o limite do servidor.`,
  ],
  voice_room: [
    "Esta é uma chamada de voz, que o servidor não move.",
    "Só conversas de livechat podem ser movidas; nada mudou.",
  ],
  conflict: [
    "A conversa agora pertence a uma terceira pessoa.",
    "Veja de quem ela é agora e recomece a partir daí, se ainda for preciso movê-la.",
  ],
  room_archived: ["A conversa está arquivada.", "Desarquive-a para poder ler."],
  redirected: [
    "O servidor redireciona para outro endereço, que nunca é seguido.",
    "Use o endereço verdadeiro do workspace; os dados de acesso não são enviados a outro lugar.",
  ],
  html_answer: ["A resposta é uma página da web, não a do servidor de chat.", kAddress],
  not_json: ["Não é possível ler a resposta (não é JSON).", kAddress],
  cut_off: ["A resposta termina no meio.", kRead],
  empty_answer: ["A resposta está vazia.", kRead],
  answer_too_large: [
    "A resposta tem mais de 32 MiB.",
    "Confira o endereço do servidor; nenhuma conversa é tão grande.",
  ],
  answer_too_deep: [
    "A resposta tem mais de 512 níveis, uns dentro dos outros.",
    "Confira o endereço do servidor; nenhuma conversa é assim.",
  ],
  unexpected_answer: ["A resposta não tem a forma usada por este servidor de chat.", kAddress],
  no_room_in_answer: ["O servidor informa sucesso, mas não enviou a conversa.", kRead],
  other_room: ["A resposta trata de outra conversa.", kRead],
  still_old_visitor: ["O servidor informa sucesso, mas a conversa não mudou.", kRead],
  other_visitor: [
    "O servidor informa sucesso, mas a conversa pertence a uma terceira pessoa.",
    kRead,
  ],
  failure_without_reason: [
    "O servidor informa uma falha sem dizer o motivo.",
    `${kRead} A partir da versão 6.2, esta resposta também pode vir depois da mudança.`,
  ],
  unrecognised_error: [
    "O servidor informa um erro que não é conhecido aqui.",
    `${kRead} Informe também o texto do erro.`,
  ],
  server_error: ["O servidor ou um proxy falhou ao responder.", kRead],
  unexpected_status: [
    "A resposta tem um status que o servidor não usa aqui.",
    "Confira o endereço do servidor; um proxy pode ter respondido.",
  ],
  network_failed: [
    "Nenhuma resposta chegou.",
    `Confira a conexão e o endereço do servidor. ${kRead}`,
  ],
  cors_suspected: [
    "O navegador não recebeu do outro servidor uma resposta que possa ler.",
    "Peça para verificar API_Enable_CORS e API_CORS_Origin nas configurações do servidor e confira a conexão.",
  ],
  timed_out: ["Nenhuma resposta completa chegou a tempo.", kRead],
  wasm_not_found: [
    "O arquivo WebAssembly não está lá.",
    "Coloque room_visitor_client.wasm ao lado do script ou informe o endereço dele em wasmUrl.",
  ],
  wasm_is_html: [
    "No lugar do arquivo WebAssembly veio uma página da web.",
    "O servidor responde a endereços desconhecidos com uma página: corrija wasmUrl ou publique o arquivo.",
  ],
  wasm_blocked_by_csp: [
    "A Content Security Policy da página não permite WebAssembly.",
    "Acrescente 'wasm-unsafe-eval' a script-src.",
  ],
  wasm_load_failed: [
    "Não foi possível carregar o módulo WebAssembly.",
    "Confira a conexão e o arquivo e carregue de novo.",
  ],
  wasm_stopped: [
    "O módulo WebAssembly parou enquanto trabalhava.",
    "Carregue de novo para obter outro e informe o que foi digitado quando isso aconteceu.",
  ],
};
