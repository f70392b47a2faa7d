/* The years to choose from follow the school type. Only the list changes: the server asks again for
   a year that a school does not have, with or without this script. */

const years = document.getElementById('year');
const again = document.getElementById('year-again');
const every = Array.from(years.options);

/** The school type that is chosen now, or nothing. */
function schoolType() {
  const chosen = document.querySelector('select[name="school_type"], [name="school_type"]:checked');
  return chosen ? chosen.value : '';
}

/** Offer the years of this school. Options are taken out: Safari shows those that are hidden. */
function follow() {
  const school = schoolType();
  const wanted = years.value;
  const here = every.filter(
    ({ dataset: { schools } }) => !school || !schools || schools.split(' ').includes(school),
  );
  years.textContent = '';
  here.forEach(option => years.appendChild(option));
  years.value = here.some(option => option.value === wanted) ? wanted : '';
  if (years.value !== wanted) again.hidden = false;
}

document.addEventListener('change', ({ target }) => {
  if (target === years) again.hidden = true;
  if (target.name === 'school_type') follow();
});
window.addEventListener('pageshow', follow);
follow();
