import type { ReactNode } from "react";

export interface TableProps {
  caption: string;
  captionUnseen?: boolean | undefined;
  /** The first column is the name of the row. */
  columns: { key: string; label: string }[];
  rows: { id: string; cells: Record<string, ReactNode> }[];
}

/** Rows and columns on a laptop, cards on a phone, where each cell carries its own word. */
export function Table({ caption, captionUnseen, columns, rows }: TableProps) {
  return (
    <div className="table-box">
      <table className="table">
        <caption className={captionUnseen ? "unseen" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map(({ key, label }, place) =>
                place === 0 ? (
                  <th key={key} scope="row">
                    {row.cells[key]}
                  </th>
                ) : (
                  <td key={key}>
                    <span className="cell-label">{label}</span>
                    <div>{row.cells[key]}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
