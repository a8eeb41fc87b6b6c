import { pick, type DemoRandom } from './demo-chance.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Common names; nobody real is meant. */
const families = words(`
  Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев
  Лебедев Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Зайцев
  Соловьёв Борисов Яковлев Григорьев Романов Воробьёв Сергеев Кузьмин Фролов Александров Дмитриев Королёв
  Гусев Киселёв Ильин Максимов Поляков Сорокин Виноградов Ковалёв Белов Медведев Антонов Тарасов Жуков
  Баранов Филиппов Комаров Давыдов Беляев Герасимов Богданов Осипов Сидоров Матвеев Титов Марков Миронов
  Крылов Куликов Карпов Власов Мельников Денисов Гаврилов Тихонов Казаков Афанасьев Данилов Савельев
  Тимофеев Фомин Чернов Абрамов
`);
const men = words(`
  Александр Дмитрий Сергей Андрей Алексей Максим Евгений Иван Михаил Николай Владимир Павел Роман Олег Юрий
  Виктор Игорь Константин Антон Тимур
`);
const women = words(`
  Анна Елена Ольга Мария Наталья Екатерина Татьяна Ирина Светлана Юлия Людмила Галина Валентина Надежда
  Марина Вера Дарья Ксения Алина Полина
`);
const fathers = words(`
  Александров Дмитриев Сергеев Андреев Алексеев Иванов Михайлов Николаев Петров Павлов Владимиров Викторов
  Олегов Борисов Степанов Романов Тимуров Максимов
`);

export interface DemoName {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string;
}

export interface Kin {
  readonly isWoman?: boolean;
  /** The family name as men bear it. */
  readonly family?: string;
  /** The father's name, as patronymics begin. */
  readonly father?: string;
}

export function demoFamily(random: DemoRandom): string {
  return pick(random, families);
}

export function demoName(random: DemoRandom, kin: Kin = {}): DemoName {
  const isWoman = kin.isWoman ?? random() < 0.55;
  const father = kin.father ?? pick(random, fathers);
  return {
    familyName: (kin.family ?? demoFamily(random)) + (isWoman ? 'а' : ''),
    givenName: pick(random, isWoman ? women : men),
    patronymic: father + (isWoman ? 'на' : 'ич'),
  };
}
