// The page's entry: registers the parts and the page.
import { defineParts } from "../src/element/define.js";
import { RvPage } from "./rv-page.js";

defineParts();
customElements.define("rv-page", RvPage);
