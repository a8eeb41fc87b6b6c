/** The one database of a running Veche, seen by its two roles. Neither is a superuser in the embedded PostgreSQL. */
export interface DatabaseAddress {
  /** The role that owns the schema and runs the migrations. */
  readonly ownerUrl: string;
  /** The role of the application: only what the migrations grant it. May carry `options=-c role=…`. */
  readonly appUrl: string;
}
