// Tells the tests whether a table was changed by hand: FNV-1a in 64 bits, as sixteen hexadecimal digits.
const checksum = (text) => {
  let sum = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
  return sum.toString(16).padStart(16, "0");
};

// A table of names, in the order of its rows, under a note of where they are from.
export const table = (source, lines) => {
  const rows = [...lines].sort().join("\n") + "\n";
  return (
    `# From ${source}, by data/generate. Columns: code, language, kind, form.\n` +
    `# FNV-1a 64 of the rows: ${checksum(rows)}\n${rows}`
  );
};
