// What programs on Node get besides the package's entry: a history in a file.
export { type FileHistoryOptions, openFileHistory } from "./store/file-history.js";
