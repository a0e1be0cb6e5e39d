// Has the browser paint what is above while the rest of the page is still to be read: the parser waits
// for an empty stylesheet that is made here, so nothing comes over the network. A link in the file
// cannot do that: what it holds itself (`data:`) is there at once.
document.write(`<link rel=stylesheet href="${URL.createObjectURL(new Blob([], { type: "text/css" }))}">`);
