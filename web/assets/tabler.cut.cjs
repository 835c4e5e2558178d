// Cuts Tabler's stylesheet down to what ships: the families that our pages are built from, whole, so that a page may use any
// class of a family without cutting again. README.md has the command;
// it runs where node_modules has @tabler/core and purgecss, and writes to standard output.
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");
const from = createRequire(process.cwd() + "/");
const { PurgeCSS } = from("purgecss");

const families = [
  // page and text
  "container", "container-(fluid|narrow|tight|xl)", "row", "row-(cards|deck)", "col", "col-(auto|\\d+)", "col-(sm|md|lg|xl)(-\\d+|-auto)?", "g-\\d", "gx-\\d", "gy-\\d",
  "h[1-6]", "lead", "small", "hr", "markdown", "blockquote", "list-(unstyled|inline|inline-item)", "visually-hidden.*", "text-(start|end|center|nowrap|break|truncate|wrap|reset|uppercase|secondary|muted|body|primary|success|warning|danger|info)",
  "text-(md|lg)-(start|end)", "fs-\\d", "fw-\\w+", "font-monospace", "link-(primary|secondary)", "stretched-link", "user-select-\\w+", "pe-none",
  // things
  "btn", "btn-(primary|secondary|success|warning|danger|link|sm|lg|icon|close|list|action|actions|group|check|ghost-\\w+|outline-(primary|secondary|danger))", "btn-group-vertical",
  "card", "card-(body|header|title|subtitle|footer|actions|link|sm|md|lg|table|status-start|status-top|text)", "cards",
  "form-(label|label-description|control|control-(sm|lg|plaintext)|select|check|check-(input|label|inline|description)|switch|hint|fieldset|text|required|range|selectgroup.*|colorinput.*)", "is-(valid|invalid)", "(in)?valid-feedback", "input-(group|group-text|icon|icon-addon)", "required", "was-validated", "col-form-label",
  "table", "table-(responsive|sm|vcenter|nowrap|hover|striped)", "datagrid", "datagrid-\\w+", "list-group", "list-group-(item|flush|hoverable|item-actions|item-action)",
  "alert", "alert-(success|info|warning|danger|title|icon|link|dismissible|heading|description|important)", "badge", "badge-(outline|sm|lg)", "avatar", "avatar-(xs|sm|md|lg|list|rounded)", "status", "status-dot", "tag", "tags-list",
  "empty", "empty-\\w+", "timeline", "timeline-[\\w-]+", "divide-y(-\\d)?", "hr-text(-\\w+)?", "placeholder(-\\w+)?", "spinner-border(-sm)?", "icon(-\\w+)?",
  // layout in a line
  "d-(none|block|inline|inline-block|flex|inline-flex|grid)", "d-(sm|md|lg|print)-(none|block|flex|inline|inline-block|inline-flex|table-cell)", "flex-(row|column|fill|wrap|nowrap|grow-\\d|shrink-\\d)", "flex-(md|lg)-(row|column|nowrap)",
  "justify-content-\\w+", "align-(items|self)-\\w+", "align-(middle|top|baseline|bottom)", "gap-\\d", "row-gap-\\d", "column-gap-\\d", "[mp][tbsexy]?-(\\d|auto)", "m[tbsexy]?-(md|lg)-(\\d|auto)", "order-(md|lg)?-?\\w+", "float-(start|end)", "overflow-\\w+", "position-\\w+", "w-(25|50|75|100|auto)", "h-(100|auto)",
  "border", "border-(0|top|bottom|start|end)(-0)?", "rounded", "rounded-(0|circle|pill)", "shadow-(none|sm)", "cursor-\\w+",
  // states
  "active", "disabled", "show", "hover", "focus",
];
const elements = "html body :root * a abbr address article aside b button code dd details dialog dl dt em fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr img input kbd label legend li main mark nav ol optgroup option p pre q s samp section select small span strong sub summary sup svg table tbody td textarea tfoot th thead time tr ul".split(" ");

const cut = async () => {
  const [result] = await new PurgeCSS().purge({
    css: [{ raw: readFileSync("node_modules/@tabler/core/dist/css/tabler.min.css", "utf8") }],
    content: [],
    safelist: { standard: [new RegExp(`^(${families.join("|")})$`), ...elements] },
    blocklist: [/data-bs-theme-/],
    keyframes: true,
    variables: true,
  });
  process.stdout.write(result.css);
};
cut();
