import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { i18n } from "./i18n";

/** What a fact tells, in a word or two: "Home: Lisbon". */
const names: Readonly<Record<string, MessageDescriptor>> = {
  name: msg`Name`,
  nickname: msg`Goes by`,
  pronouns: msg`Pronouns`,
  age: msg`Age`,
  speaks: msg`Speaks`,
  partner: msg`Partner`,
  ex: msg`Former partner`,
  mother: msg`Mother`,
  father: msg`Father`,
  sibling: msg`Sister or brother`,
  child: msg`Child`,
  relative: msg`Relative`,
  friend: msg`Friend`,
  flatmate: msg`Flatmate`,
  boss: msg`Boss`,
  colleague: msg`Colleague`,
  teacher: msg`Teacher`,
  neighbour: msg`Neighbour`,
  landlord: msg`Landlord`,
  therapist: msg`Therapist`,
  doctor: msg`Doctor`,
  coach: msg`Coach`,
  pet: msg`Pet`,
  lives_in: msg`Home`,
  from: msg`Comes from`,
  born_in: msg`Born in`,
  works_in: msg`Works in`,
  employer: msg`Works for`,
  job: msg`Job`,
  field: msg`Field of work`,
  studies: msg`Studies`,
  studies_at: msg`Place of study`,
  diagnosis: msg`Diagnosis`,
  condition: msg`Condition`,
  allergy: msg`Allergic to`,
  medication: msg`Medication`,
  dose: msg`Dose`,
  taken_at: msg`Taken at`,
  weight: msg`Weight`,
  height: msg`Height`,
  likes: msg`Likes`,
  dislikes: msg`Dislikes`,
  favourite: msg`Favourite`,
  hobby: msg`Hobby`,
  diet: msg`Diet`,
  wakes_at: msg`Gets up at`,
  sleeps_at: msg`Goes to sleep at`,
  sleeps_hours: msg`Hours of sleep`,
  habit: msg`Habit`,
  smokes: msg`Smokes`,
  drinks: msg`Drinks alcohol`,
  energy_best: msg`Most energy`,
  energy_low: msg`Least energy`,
  focus_aid: msg`Helps to focus`,
  trigger: msg`Throws off`,
  tone: msg`How to speak`,
  birthday: msg`Birthday`,
  anniversary: msg`Anniversary`,
  owns: msg`Owns`,
  kept_in: msg`Kept in`,
  deadline: msg`Due`,
  password: msg`Password`,
  code: msg`Code`,
  number: msg`Number`,
  phone: msg`Phone`,
  address: msg`Address`,
  email: msg`Email`,
  budget: msg`Budget`,
  price: msg`Price`,
  rent: msg`Rent`,
  salary: msg`Pay`,
  size: msg`Size`,
  colour: msg`Colour`,
  goal: msg`Goal`,
  team_size: msg`Size of the team`,
  progress: msg`Progress`,
  plans: msg`Plan`,
  wants_to: msg`Wants to`,
};

/** A relation in the person's language; one of their own words stands as it is. */
export function relationName(relation: string): string {
  const known = names[relation];
  if (known) return i18n._(known);
  const words = relation.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type Told = { subject: string; relation: string };

/** Whom and what a fact is about: "Home", "Marta, birthday". */
export function about({ subject, relation }: Told): string {
  const name = relationName(relation);
  if (subject === "me") return name;
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)}, ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
