/** Somebody of the embedded mode's directory, as its sign-in shows them. */
export class DevUser {
  id!: string;
  login!: string;
  name!: string;
  role!: string;
  tenant!: string;
}
