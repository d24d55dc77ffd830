// Improves pages that work without it. What it reads from the markup is listed in src/AutoPortal.Pages/README.md.
import { branchQuestions } from "./branches";
import { runCarousels } from "./carousel";
import { watch } from "./beacon";
import { runCountdowns } from "./countdown";
import { filterSelects } from "./filters";
import { fillFromAddress, sendForms } from "./signup";
import { leadToForm } from "./to-form";

function enhance(root: ParentNode): void {
  filterSelects(root);
  fillFromAddress(root);
  sendForms(root, enhance);
  branchQuestions(root);
}

enhance(document);
runCarousels(document);
runCountdowns(document);
leadToForm(document);
watch();
