for (const ms of [30, 5, 20, 10, 5]) setTimeout(() => console.log(ms), ms);
